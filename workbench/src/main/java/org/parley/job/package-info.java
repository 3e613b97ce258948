/// **What is computed by many machines, and does its result hold?** A job is a question over a
/// range of seeds. It says everything: a machine that has the text of the question computes any
/// part.
///
/// A [SweepBackend] computes the parts: [ThreadBackend] on the threads of this process, the module
/// `cluster` with Apache Spark. [JobFile] has question, parts and answer, and checks itself by
/// computing again.
///
/// Guaranteed: the file of a job is the same, byte for byte, whatever computed it.
@NullMarked
package org.parley.job;

import org.jspecify.annotations.NullMarked;
