/// **What does a foreign file contain, and in which line?** JSON as a plain tree whose values know
/// their position, as those of XML in [org.parley.genius.file]; and words for what is wrong there.
///
/// Files are treated as hostile: size, depth and number of values are limited. A number is a
/// decimal of bounded length, never a `double`. Cost: linear in the file.
@NullMarked
package org.parley.exchange.tree;

import org.jspecify.annotations.NullMarked;
