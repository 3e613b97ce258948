/// **What is answered to programs about other agreements?** [PrecedentsAnswer], from the rows of a
/// user's copies where there are any, else from the figures that come with Parley. Each figure
/// names its edition, its number of rows and, where rows are there, the rows themselves.
@NullMarked
package org.parley.answer.reference;

import org.jspecify.annotations.NullMarked;
