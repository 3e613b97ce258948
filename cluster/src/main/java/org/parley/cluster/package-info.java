/// **How are jobs computed by many machines?** With Apache Spark: [SparkBackend] sends the question
/// of a job once to every executor, and the numbers of its parts to whichever is free.
///
/// Guaranteed: a part is a function of the question and its number, and results are ordered by
/// number. So the answer is that of one process, also when executors die and parts are computed
/// twice. Cost: the start of Spark, some seconds, and the text of the question to every executor.
///
/// Literature: Zaharia et al. 2012 (resilient distributed datasets).
@NullMarked
package org.parley.cluster;

import org.jspecify.annotations.NullMarked;
