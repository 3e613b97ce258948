/// **How likely is the plan to keep its dates?** Plans simulated with the durations that a case
/// states, and with the time that others took.
///
/// A [TimedPlan] says how the time of each step is drawn. [PlanForecasts] draws all of them many
/// times and counts. Every run has a seed of its own, so that any number of threads gives the same
/// counts. A step that others never did within the years on record stays undone in that share of
/// runs.
///
/// Steps are drawn independently of one another: the counts of other accords say nothing of what is
/// late together. Bands rest on what is stated and counted, and prove nothing. Whether bounds can
/// be kept whatever others decide is a question of `org.parley.sequence.control`.
@NullMarked
package org.parley.outlook.plan;

import org.jspecify.annotations.NullMarked;
