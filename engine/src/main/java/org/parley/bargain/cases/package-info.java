/// **How do the records of a case become a bargaining problem, and findings facts about it?**
/// Positions, baselines and linkages of a view are read into a problem with names.
///
/// [CasePackages] reads a [org.parley.model.cases.CaseView]. A [PackageProblem] keeps the origin of
/// each figure, so an illustration is never shown as a statement. [WhatIf] changes figures.
/// [Overview], [PackageDraft], [Obstacles] and [Safety] are the answers; [PackageSummary] and
/// [PackageNote] are their facts.
///
/// Guaranteed: a figure depends on nothing but the view, so a hidden record changes no number.
/// Every assumption about a silent case is in the notes.
///
/// From words to numbers: ranks and grades by rank-order centroid, see
/// [org.parley.bargain.worth.QualitativeWorths]. Written numbers count as they are.
@NullMarked
package org.parley.bargain.cases;

import org.jspecify.annotations.NullMarked;
