package org.parley.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Looks through a ZIP archive before a library reads it (decompression bomb). Every entry is
/// unpacked once and counted without being kept: the size that an entry states may be wrong.
public final class BoundedZip {

  private BoundedZip() {}

  /// Bounds on an archive.
  ///
  /// @param entries the most entries
  /// @param entryBytes the most bytes of one XML entry, unpacked; libraries keep these as trees
  /// @param bytes the most bytes of all entries together, unpacked
  public record ZipBounds(int entries, long entryBytes, long bytes) {}

  /// The archive exceeds its bounds.
  public static final class ZipTooLargeException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    ZipTooLargeException() {
      super("an archive beyond its bounds");
    }
  }

  /// The names of the entries.
  ///
  /// @throws ZipTooLargeException if the archive exceeds the bounds
  /// @throws IOException if it is damaged
  public static Set<String> names(byte[] archive, ZipBounds bounds) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        names.add(each.getName());
        entries++;
        boolean isXml = each.getName().matches("(?i).*\\.(xml|rels|vml)");
        long most = isXml ? Math.min(bounds.entryBytes, bounds.bytes - all) : bounds.bytes - all;
        long bytes = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          bytes += n;
          if (bytes > most) {
            throw new ZipTooLargeException();
          }
        }
        all += bytes;
        if (entries > bounds.entries) {
          throw new ZipTooLargeException();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a name in the archive cannot be read", e);
    }
    return names;
  }
}
