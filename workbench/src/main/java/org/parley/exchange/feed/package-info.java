/// How is a list of changes told to feed readers? Atom by RFC 4287.
@NullMarked
package org.parley.exchange.feed;

import org.jspecify.annotations.NullMarked;
