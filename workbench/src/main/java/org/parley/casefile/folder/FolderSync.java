package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Makes a rename durable.
public final class FolderSync {

  private FolderSync() {}

  /// Forces the names in a folder to disk.
  public static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot open a folder; the rename alone must do there.
    }
  }
}
