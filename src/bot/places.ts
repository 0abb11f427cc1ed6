/** A place on the map → the zones it may lie in. Longitude alone is too coarse, so near cities are offered. */
import type { Zone } from "../core/schedule.ts";

/** Zone, latitude and longitude of the city it is named for, in degrees. From the zone database's `zone1970.tab`, rounded. */
const cities = `
Europe/London 51.5 -0.1|Europe/Dublin 53.3 -6.3|Europe/Lisbon 38.7 -9.1|Europe/Madrid 40.4 -3.7|Europe/Paris 48.9 2.3
Europe/Brussels 50.8 4.3|Europe/Amsterdam 52.4 4.9|Europe/Berlin 52.5 13.4|Europe/Zurich 47.4 8.5|Europe/Rome 41.9 12.5
Europe/Vienna 48.2 16.3|Europe/Prague 50.1 14.4|Europe/Warsaw 52.3 21.0|Europe/Budapest 47.5 19.1|Europe/Belgrade 44.8 20.5
Europe/Copenhagen 55.7 12.6|Europe/Oslo 59.9 10.8|Europe/Stockholm 59.3 18.1|Europe/Helsinki 60.2 25.0|Europe/Tallinn 59.4 24.8
Europe/Riga 57.0 24.1|Europe/Vilnius 54.7 25.3|Europe/Kyiv 50.4 30.5|Europe/Chisinau 47.0 28.8|Europe/Bucharest 44.4 26.1
Europe/Sofia 42.7 23.3|Europe/Athens 38.0 23.7|Europe/Istanbul 41.0 29.0|Europe/Minsk 53.9 27.6|Europe/Moscow 55.8 37.6
Europe/Samara 53.2 50.2|Asia/Yekaterinburg 56.9 60.6|Asia/Omsk 55.0 73.4|Asia/Novosibirsk 55.0 82.9|Asia/Krasnoyarsk 56.0 92.8
Asia/Irkutsk 52.3 104.3|Asia/Yakutsk 62.0 129.7|Asia/Vladivostok 43.2 131.9|Asia/Kamchatka 53.0 158.7|Atlantic/Reykjavik 64.2 -21.9
Atlantic/Canary 28.1 -15.4|Atlantic/Azores 37.7 -25.7|Africa/Casablanca 33.7 -7.6|Africa/Algiers 36.8 3.0|Africa/Tunis 36.8 10.2
Africa/Cairo 30.1 31.3|Africa/Lagos 6.5 3.4|Africa/Abidjan 5.3 -4.0|Africa/Dakar 14.7 -17.4|Africa/Nairobi -1.3 36.8
Africa/Addis_Ababa 9.0 38.7|Africa/Khartoum 15.6 32.5|Africa/Maputo -26.0 32.6|Africa/Johannesburg -26.2 28.0|Asia/Jerusalem 31.8 35.2
Asia/Beirut 33.9 35.5|Asia/Amman 32.0 35.9|Asia/Baghdad 33.4 44.4|Asia/Riyadh 24.6 46.7|Asia/Dubai 25.3 55.3|Asia/Tehran 35.7 51.4
Asia/Baku 40.4 49.9|Asia/Tbilisi 41.7 44.8|Asia/Yerevan 40.2 44.5|Asia/Tashkent 41.3 69.3|Asia/Almaty 43.3 77.0|Asia/Kabul 34.5 69.2
Asia/Karachi 24.9 67.1|Asia/Kolkata 22.5 88.4|Asia/Kolkata 19.1 72.9|Asia/Kolkata 28.6 77.2|Asia/Colombo 6.9 79.9
Asia/Kathmandu 27.7 85.3|Asia/Dhaka 23.7 90.4|Asia/Yangon 16.8 96.2|Asia/Bangkok 13.8 100.5|Asia/Ho_Chi_Minh 10.8 106.7
Asia/Jakarta -6.2 106.8|Asia/Makassar -5.1 119.4|Asia/Singapore 1.3 103.9|Asia/Kuala_Lumpur 3.2 101.7|Asia/Manila 14.6 121.0
Asia/Hong_Kong 22.3 114.2|Asia/Taipei 25.0 121.5|Asia/Shanghai 31.2 121.5|Asia/Shanghai 39.9 116.4|Asia/Urumqi 43.8 87.6
Asia/Seoul 37.6 127.0|Asia/Tokyo 35.7 139.7|Asia/Ulaanbaatar 47.9 106.9|Australia/Perth -32.0 115.9|Australia/Darwin -12.5 130.8
Australia/Adelaide -34.9 138.6|Australia/Brisbane -27.5 153.0|Australia/Sydney -33.9 151.2|Australia/Melbourne -37.8 145.0
Australia/Hobart -42.9 147.3|Pacific/Auckland -36.9 174.8|Pacific/Fiji -18.1 178.4|Pacific/Guam 13.5 144.8|Pacific/Honolulu 21.3 -157.9
Pacific/Tahiti -17.5 -149.6|America/Anchorage 61.2 -149.9|America/Vancouver 49.3 -123.1|America/Los_Angeles 34.1 -118.2
America/Phoenix 33.4 -112.1|America/Denver 39.7 -105.0|America/Edmonton 53.6 -113.5|America/Regina 50.4 -104.6|America/Winnipeg 49.9 -97.2
America/Chicago 41.9 -87.7|America/Chicago 29.8 -95.4|America/New_York 40.7 -74.0|America/Detroit 42.3 -83.0|America/Toronto 43.7 -79.4
America/Halifax 44.7 -63.6|America/St_Johns 47.6 -52.7|America/Mexico_City 19.4 -99.2|America/Tijuana 32.5 -117.0|America/Monterrey 25.7 -100.3
America/Guatemala 14.6 -90.5|America/Costa_Rica 9.9 -84.1|America/Panama 9.0 -79.5|America/Havana 23.1 -82.4|America/Jamaica 18.0 -76.8
America/Santo_Domingo 18.5 -69.9|America/Puerto_Rico 18.5 -66.1|America/Bogota 4.6 -74.1|America/Caracas 10.5 -66.9|America/Guayaquil -2.2 -79.8
America/Lima -12.1 -77.1|America/La_Paz -16.5 -68.2|America/Manaus -3.1 -60.0|America/Fortaleza -3.7 -38.5|America/Sao_Paulo -23.5 -46.6
America/Asuncion -25.3 -57.7|America/Argentina/Buenos_Aires -34.6 -58.5|America/Montevideo -34.9 -56.2|America/Santiago -33.5 -70.7`;

const offered = 4;

/** The zones of the nearest cities, nearest first, each once. */
export function likelyZones(latitude: number, longitude: number): Zone[] {
  const near = cities
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [zone = "", lat, lon] = line.split(" ");
      return { zone, far: farAway(latitude, longitude, Number(lat), Number(lon)) };
    })
    .sort((a, b) => a.far - b.far);
  return [...new Set(near.map(({ zone }) => zone))].slice(0, offered);
}

/** Grows with the distance over the globe (haversine, without the radius). */
function farAway(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  return half(lat2 - lat1) + cos(lat1) * cos(lat2) * half(lon2 - lon1);
}
