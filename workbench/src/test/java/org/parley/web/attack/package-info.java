/// **What do people try who mean no good, and what comes of it?** The attacks on the running
/// server, in families, each a line of a table. Addresses come from the router and names of
/// parameters from the sources, so that what is added later is attacked too.
@NullMarked
package org.parley.web.attack;

import org.jspecify.annotations.NullMarked;
