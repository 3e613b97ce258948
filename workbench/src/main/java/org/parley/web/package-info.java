/// **What does a browser see?** The pages of one case, served on this machine to this machine.
/// - The entry is [WebServer#start]; what it shows comes from a [Desk], which reads the case anew
///   when its files change.
/// - Loopback only. Requests that name another host are refused, so that no web page can reach in
///   through a rebound name. Pages load nothing but Parley's own files, run no script but those,
///   and can be neither framed nor posted to: the server only ever reads.
/// - Pages work without scripts; with them, filters and the slider answer without a reload.
///
/// A page costs what its board costs, which is kept for the latest moments asked for, and time
/// linear in what it lists.
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
