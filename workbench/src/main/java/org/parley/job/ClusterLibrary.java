package org.parley.job;

import java.util.Map;

/// What a cluster needs and this program does not bring: `./parley cluster` adds it to the class
/// path. Found as a service.
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
