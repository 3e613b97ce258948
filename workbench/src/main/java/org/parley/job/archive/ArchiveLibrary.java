package org.parley.job.archive;

import java.util.Map;
import org.parley.job.JobFailedException;

/// Libraries of a cluster that read archives.
public interface ArchiveLibrary {

  /// Connects to a cluster, or starts threads of this process; as
  /// [org.parley.job.ClusterLibrary#connect].
  ArchiveBackend archive(String master, Map<String, String> settings) throws JobFailedException;
}
