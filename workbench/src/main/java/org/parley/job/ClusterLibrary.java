package org.parley.job;

import java.util.Map;

/// The libraries of a cluster, found as a service. This program comes without them: `./parley
/// cluster` adds them to the class path.
public interface ClusterLibrary {

  /// Connects to a cluster, or starts threads of this process.
  ///
  /// @param master `spark://HOST:PORT`, or `local[N]`
  /// @param settings of the cluster, by their own names
  /// @throws JobFailedException if there is none at that address
  SweepBackend connect(String master, Map<String, String> settings) throws JobFailedException;

  /// Serves as the master until the process ends.
  ///
  /// @param port 0 for any
  /// @param webPort of its status page, 0 for any
  void serveMaster(String host, int port, int webPort);

  /// Serves as a worker until the process ends.
  ///
  /// @param master `spark://HOST:PORT`
  /// @param memory as Spark writes it: `1g`
  /// @param work the folder for the files of executors
  void serveWorker(String master, String host, int cores, String memory, String work);
}
