/** Everything Belfry can do. One line per operation; a test fails when one is missing. */
import type { Operation } from "../operation.ts";
import { ackEscalation } from "./ack.ts";
import { addAction } from "./add.ts";
import { addCheck } from "./add-check.ts";
import { showAgenda } from "./agenda.ts";
import { allow } from "./allow.ts";
import { amendAction } from "./amend.ts";
import { answerQuestion } from "./answer.ts";
import { approveCommand } from "./approve.ts";
import { askAction } from "./ask.ts";
import { askQuiet } from "./ask-quiet.ts";
import { askRun } from "./ask-run.ts";
import { cancelQuestion } from "./cancel.ts";
import { catchUp } from "./catch-up.ts";
import { claim } from "./claim.ts";
import { deleteAction } from "./delete.ts";
import { deny } from "./deny.ts";
import { dependAction } from "./depend.ts";
import { doneRun } from "./done.ts";
import { editAction } from "./edit.ts";
import { raiseEscalation } from "./escalate.ts";
import { listEscalations } from "./escalations.ts";
import { showFeed } from "./feed.ts";
import { follow } from "./follow.ts";
import { help } from "./help.ts";
import { showHistory } from "./history.ts";
import { labelAction } from "./label.ts";
import { setLanguage } from "./language.ts";
import { addLead } from "./lead.ts";
import { listActions } from "./list.ts";
import { logEscalation } from "./log.ts";
import { addMaintenance } from "./maintain.ts";
import { endMaintenance } from "./maintain-end.ts";
import { listMaintenance } from "./maintain-list.ts";
import { setMisfire } from "./misfire.ts";
import { showMissed } from "./missed.ts";
import { moveAction } from "./move.ts";
import { moveAll } from "./move-all.ts";
import { nextSlots } from "./next.ts";
import { pageQuestion } from "./page.ts";
import { pauseAction } from "./pause.ts";
import { listPeople } from "./people.ts";
import { setQuiet } from "./quiet.ts";
import { ready } from "./ready.ts";
import { redirect } from "./redirect.ts";
import { addReport } from "./report-add.ts";
import { editReport } from "./report-edit.ts";
import { showReport } from "./report-show.ts";
import { askTopic } from "./report-topic.ts";
import { resolveEscalation } from "./resolve.ts";
import { resumeAction } from "./resume.ts";
import { say } from "./say.ts";
import { showSettings } from "./settings.ts";
import { showAction } from "./show.ts";
import { silenceEscalation } from "./silence.ts";
import { skipNext } from "./skip.ts";
import { skipRun } from "./skip-run.ts";
import { snoozeRun } from "./snooze.ts";
import { startAction } from "./start.ts";
import { showStatus } from "./status.ts";
import { showGraph } from "./status-graph.ts";
import { tryRoutes } from "./try-routes.ts";
import { undo } from "./undo.ts";
import { welcome } from "./welcome.ts";
import { explain } from "./why.ts";
import { setZone } from "./zone.ts";

export const operations: Operation<unknown>[] = [
  say,
  addAction,
  addCheck,
  approveCommand,
  follow,
  listActions,
  showAction,
  pauseAction,
  resumeAction,
  skipNext,
  startAction,
  moveAction,
  editAction,
  amendAction,
  labelAction,
  addLead,
  askAction,
  deleteAction,
  nextSlots,
  showHistory,
  showFeed,
  explain,
  doneRun,
  snoozeRun,
  skipRun,
  askRun,
  undo,
  answerQuestion,
  pageQuestion,
  cancelQuestion,
  showAgenda,
  showStatus,
  showMissed,
  showGraph,
  addReport,
  editReport,
  showReport,
  askTopic,
  redirect,
  showSettings,
  setZone,
  moveAll,
  setQuiet,
  askQuiet,
  setLanguage,
  welcome,
  ready,
  claim,
  allow,
  deny,
  listPeople,
  help,
  listEscalations,
  raiseEscalation,
  ackEscalation,
  silenceEscalation,
  resolveEscalation,
  logEscalation,
  tryRoutes,
  addMaintenance,
  endMaintenance,
  listMaintenance,
  dependAction,
  catchUp,
  setMisfire,
];
