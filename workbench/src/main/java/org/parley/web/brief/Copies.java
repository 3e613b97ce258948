package org.parley.web.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// The latest briefings that were printed, each in a language and for who may see what: printing
/// takes a hundred times as long as a page, so one is printed at a time, and none twice while the
/// case stays the same. Safe for use by several threads.
public final class Copies {

  private static final int KEPT = 16;

  private record Asked(
      OpenCase open,
      Language language,
      Viewer reader,
      @Nullable LocalDate asOf,
      @Nullable LocalDate since) {}

  private final Map<Asked, byte[]> printed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /// The briefing as PDF.
  ///
  /// @param asOf the day it is about; the last of the case where absent
  /// @param since the day it compares with; chosen where absent
  /// @param anchor what the journal ends with, asked for where it is printed anew
  public synchronized byte[] pdf(
      OpenCase open,
      Viewer reader,
      @Nullable LocalDate asOf,
      @Nullable LocalDate since,
      Supplier<Brief.@Nullable Anchored> anchor) {
    return printed.computeIfAbsent(
        new Asked(open, Language.current(), reader, asOf, since), asked -> print(asked, anchor));
  }

  private static byte[] print(Asked asked, Supplier<Brief.@Nullable Anchored> anchor) {
    try {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      Brief brief = Brief.of(asked.open, asked.reader, asked.asOf, asked.since);
      BriefPrinter.pdf(brief.withAnchor(anchor.get()), pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("printing a briefing into memory", e);
    }
  }
}
