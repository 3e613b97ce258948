package org.parley.cli.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.IncidentFile;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.sheet.DayOrder;
import org.parley.guarantees.log.LoggedFact;

/// Files of incidents as entries of an event log.
///
/// @param used how many records became entries
/// @param aside how many could not be used; `parley watch --aside` says why
record EventFiles(List<LoggedFact> log, long used, long aside) {

  private static final Charset OTHER = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  EventFiles {
    log = List.copyOf(log);
  }

  /// Reads files, one after the other: what was read before is not taken twice.
  static EventFiles read(List<Path> files, NameMapping names, DayOrder order) throws IOException {
    List<LoggedFact> log = new ArrayList<>();
    IncidentFile.Known known = new IncidentFile.Known();
    long used = 0;
    long aside = 0;
    for (Path each : files) {
      FileTally tally = read(each, names, order, known, log);
      used += tally.used();
      aside += tally.aside();
    }
    return new EventFiles(log, used, aside);
  }

  private static FileTally read(
      Path path, NameMapping names, DayOrder order, IncidentFile.Known known, List<LoggedFact> log)
      throws IOException {
    IncidentFile file =
        new IncidentFile(
            String.valueOf(path.getFileName()),
            OTHER,
            names,
            order,
            known,
            (LogRecord record) -> log.addAll(record.entries()),
            _ -> {});
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        file.feed(buffer, count);
      }
    }
    return file.end();
  }
}
