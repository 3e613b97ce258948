/// **Which of several servers answers a request?** Reads are answered where they come in. Requests
/// that change something are forwarded to the leader, as are those about things in the memory of a
/// server. The leader answers as if it had been asked itself.
/// - [Forwarding] decides and forwards, and gives read-your-writes at every server.
/// - [ForwardedRequests] restores, at the leader, whom the request came from.
@NullMarked
package org.parley.web.nodes;

import org.jspecify.annotations.NullMarked;
