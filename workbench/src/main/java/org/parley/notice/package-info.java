/// **Who is told that something waits, and how?** By mail and by webhook, outside the pages.
/// - A notice says that something waits, at which server, and nothing else. Its bytes depend on no
///   word of the case; when it is made depends on no sealed word ([org.parley.round.WaitingList]).
/// - [Notices] looks, and sends, on a thread of its own: no page waits for another server.
/// - [MailServer] and [Webhook] are named by the administrator alone, so that no user makes this
///   server call another.
@NullMarked
package org.parley.notice;

import org.jspecify.annotations.NullMarked;
