/// **How long does a failover take, and how do reads grow with a second server?** [NodesBench]
/// starts two servers of many cases on one PostgreSQL.
@NullMarked
package org.parley.bench.nodes;

import org.jspecify.annotations.NullMarked;
