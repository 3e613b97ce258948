/// **How are collections about other agreements added, and asked, from a terminal?**
/// [ReferenceCommand] and [PrecedentsCommand].
@NullMarked
package org.parley.cli.reference;

import org.jspecify.annotations.NullMarked;
