/// **Which of several servers answers a request?** Reads are answered where they come in. Requests
/// that change something, and those about things that a server keeps in memory, are forwarded to
/// the leader, which answers as if it had been asked itself.
/// - [Forwarding] decides and forwards, and gives read-your-writes at every server.
/// - [ForwardedRequests] restores, at the leader, whom the request came from.
@NullMarked
package org.parley.web.nodes;

import org.jspecify.annotations.NullMarked;
