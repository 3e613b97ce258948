/// **How long do pages take, on a large case and while others ask as well?** [PagesBench] starts
/// the program as people do, and a second process that asks at a steady rate.
@NullMarked
package org.parley.bench.pages;

import org.jspecify.annotations.NullMarked;
