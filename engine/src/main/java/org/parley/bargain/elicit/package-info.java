/// **Which question should a party be asked next?** Its worths are known within bounds and by its
/// answers so far; it is to choose among packages.
///
/// The worths that are possible form a polytope: a range for each option, and linear inequalities.
/// The regret of a package is the most that another one could be worth more, over that polytope.
/// The recommended package has the least regret. The next question compares it with the one it
/// could lose most against (Boutilier, Patrascu, Poupart and Schuurmans 2006).
///
/// Guaranteed: regrets are exact fractions. No answer raises the least regret, and none rules out
/// the true worths. Each answer removes a package, which bounds the questions left. At regret 0 no
/// package is better, whatever the worths. The cost is linear programs, few of them a question,
/// since regrets found before stay bounds.
@NullMarked
package org.parley.bargain.elicit;

import org.jspecify.annotations.NullMarked;
