/// `parley outlook`: what became of other agreements.
@NullMarked
package org.parley.cli.outlook;

import org.jspecify.annotations.NullMarked;
