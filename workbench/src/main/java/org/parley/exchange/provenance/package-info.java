/// On what does each finding rest, in the terms of PROV? Sources, claims, acts, cells and the
/// headline, written as PROV-JSON.
@NullMarked
package org.parley.exchange.provenance;

import org.jspecify.annotations.NullMarked;
