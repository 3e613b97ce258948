/// **How does a case look in a browser, and for whom?** A server for this machine, or for a team.
/// - The entry is [WebServer#start]; what it shows comes from a [org.parley.web.desk.Desk], and who
///   may see it is found out by a [org.parley.web.door.Door].
/// - Requests that name another host are refused, so that no web page can reach in through a
///   rebound name. Pages load nothing but Parley's own files, run no script but those, and cannot
///   be framed; forms carry a token that no other page knows.
/// - Pages work without scripts; with them, filters and the slider answer without a reload.
///
/// A page costs what its board costs, which is kept for the latest moments asked for, and time
/// linear in what it lists.
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
