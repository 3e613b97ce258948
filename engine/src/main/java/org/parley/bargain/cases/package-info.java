/// **What does a case say about packages, and what do the answers mean in its words?** From the
/// positions, baselines and linkages of a view to a problem with names, and back.
///
/// [CasePackages] reads a [org.parley.model.CaseView]; a [PackageProblem] keeps beside each figure
/// where it comes from, so that what is an illustration is never shown as if somebody had said it.
/// [WhatIf] changes figures to see what would follow; [PackageWords] puts findings into sentences;
/// [Headline] answers in one.
///
/// Guaranteed: a figure depends on nothing but the view, so what a viewer may not see moves no
/// number shown to them; whatever is assumed where the case is silent is in the notes.
///
/// From words to numbers: ranks and grades by rank-order centroid, see
/// [org.parley.bargain.worth.Words]; numbers that are written count as they are.
@NullMarked
package org.parley.bargain.cases;

import org.jspecify.annotations.NullMarked;
