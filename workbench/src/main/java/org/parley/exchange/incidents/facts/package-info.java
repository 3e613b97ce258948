/// **What does one record of a file state?** A report of an incident or another fact of the event
/// log, each with its place in the file and the names as written.
@NullMarked
package org.parley.exchange.incidents.facts;

import org.jspecify.annotations.NullMarked;
