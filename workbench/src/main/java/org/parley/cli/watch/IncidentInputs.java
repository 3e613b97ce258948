package org.parley.cli.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.IncidentFile;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.parquet.BadParquetException;
import org.parley.exchange.parquet.ParquetText;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.InputFile;

/// The files, folders and streams of a watch, with the read position of each.
///
/// A folder is expanded to its files, by name, without hidden ones. A file that grew is read on
/// from its previous end; one that became shorter is read again.
final class IncidentInputs {

  /// The name of the standard input.
  static final String STANDARD = "-";

  private static final int BUFFER = 1 << 16;

  private static final class Progress {
    private IncidentFile file;
    private long read;

    Progress(IncidentFile file) {
      this.file = file;
    }
  }

  private final List<String> named;
  private final Charset other;
  private final NameMapping names;
  private final DayOrder order;
  private final Consumer<LogRecord> records;
  private final Consumer<SkippedLines> asides;
  private final IncidentFile.Known known = new IncidentFile.Known();
  private final Map<String, Progress> progress = new LinkedHashMap<>();
  private final List<FileTally> ended = new ArrayList<>();

  IncidentInputs(
      List<String> named,
      Charset other,
      NameMapping names,
      DayOrder order,
      Consumer<LogRecord> records,
      Consumer<SkippedLines> asides) {
    this.named = List.copyOf(named);
    this.other = other;
    this.names = names;
    this.order = order;
    this.records = records;
    this.asides = asides;
  }

  boolean hasStandard() {
    return named.contains(STANDARD);
  }

  /// Reads new data of all files.
  ///
  /// @throws NoSuchFileException if a named file does not exist
  void readOn() throws IOException {
    for (String name : named) {
      if (name.equals(STANDARD)) {
        continue;
      }
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path)) {
          for (Path each :
              files
                  .filter(file -> !file.getFileName().toString().startsWith("."))
                  .filter(Files::isRegularFile)
                  .sorted()
                  .toList()) {
            readOn(each);
          }
        }
      } else if (Files.exists(path)) {
        readOn(path);
      } else {
        throw new NoSuchFileException(name);
      }
    }
  }

  private void readOn(Path path) throws IOException {
    Progress at = progress(path.toString());
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      if (channel.size() < at.read) {
        ended.add(at.file.end());
        at.file = file(path.toString());
        at.read = 0;
      }
      if (at.read == 0 && isParquet(path)) {
        byte[] rows = rows(path).getBytes(StandardCharsets.UTF_8);
        at.file.feed(rows, rows.length);
        at.read = channel.size();
      }
      channel.position(at.read);
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer)) {
        at.file.feed(buffer.array(), n);
        at.read += n;
        buffer.clear();
      }
    }
  }

  private static String rows(Path path) throws IOException {
    try {
      return ParquetText.csv(InputFile.of(path).bytes());
    } catch (BadParquetException _) {
      throw SaidFault.at(
          path.toString(), 0, "this Parquet file cannot be read", "export it as CSV");
    }
  }

  private static boolean isParquet(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return ParquetText.isParquet(ByteBuffer.wrap(in.readNBytes(4)));
    }
  }

  /// Reads the standard input up to its end.
  void readWhole(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      feedStandard(buffer, n);
    }
  }

  /// Takes bytes of the standard input.
  void feedStandard(byte[] bytes, int count) {
    progress(STANDARD).file.feed(bytes, count);
  }

  /// Ends every file; an unterminated last line counts as one.
  List<FileTally> end() {
    progress.values().forEach(each -> ended.add(each.file.end()));
    progress.clear();
    return List.copyOf(ended);
  }

  private Progress progress(String name) {
    return progress.computeIfAbsent(name, each -> new Progress(file(each)));
  }

  private IncidentFile file(String name) {
    String shown = name.equals(STANDARD) ? "standard input" : name;
    return new IncidentFile(shown, other, names, order, known, records, asides);
  }
}
