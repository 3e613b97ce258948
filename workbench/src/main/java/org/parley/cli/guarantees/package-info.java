/// **What do the guarantees of a case promise, cover, cost, and come to?** The command `parley
/// guarantees`: its questions, as text and as JSON.
@NullMarked
package org.parley.cli.guarantees;

import org.jspecify.annotations.NullMarked;
