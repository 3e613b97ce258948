/// **Which answer follows from a range of seeds, wherever its parts are computed?** [SeedSweep] is
/// one computation over seeds; [ParallelSweep] runs it on the threads of one machine.
/// [ParallelTasks] does the same for tasks without seeds. [SearchThreads] serves a search that
/// gives out parts many times over, and [Pipeline] stages that items pass through.
///
/// A part is a function of its seeds. Parts have a fixed size and are merged in the order of seeds.
/// So the answer depends neither on the number of threads or machines, nor on which part ends first
/// or is computed twice. The module `cluster` runs the same sweeps with Apache Spark.
///
/// Guaranteed: the answer of a sweep is that of one thread. Cost: that of the parts, and one merge
/// for each.
@NullMarked
package org.parley.sweep;

import org.jspecify.annotations.NullMarked;
