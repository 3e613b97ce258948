/// **Which proposals of many articles are one statement?** Claims are grouped by speaker, subject,
/// stance or figure, and a window of days, among themselves and against the claims on record. The
/// result is the same for every order of the articles.
///
/// Cost: a claim is compared with at most [org.parley.reading.statements.Statements#MAX_COMPARED]
/// others for each word of its speaker; otherwise linear, but for sorting.
@NullMarked
package org.parley.reading.statements;

import org.jspecify.annotations.NullMarked;
