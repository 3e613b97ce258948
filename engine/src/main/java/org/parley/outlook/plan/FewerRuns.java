package org.parley.outlook.plan;

import org.parley.exact.Bound;

/// The guarantee of a simulation that was stopped: its counts are right, but of fewer runs.
///
/// @param runs the runs done
/// @param asked the runs asked for
public record FewerRuns(int runs, int asked) implements Bound {}
