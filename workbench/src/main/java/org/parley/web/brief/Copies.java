package org.parley.web.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// A cache of printed briefings, by language and view. Printing takes a hundred times as long as a
/// page. So briefings are printed one at a time, and once per state of the case. Thread-safe.
public final class Copies {

  private static final int KEPT = 16;

  private record Asked(OpenCase open, Language language, Viewer reader, Brief.DaysAsked days) {}

  private final Map<Asked, byte[]> printed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /// The briefing as PDF.
  ///
  /// @param anchor the head of the journal, queried only if the briefing is printed
  public synchronized byte[] pdf(
      OpenCase open,
      Viewer reader,
      Brief.DaysAsked days,
      Supplier<Brief.@Nullable Anchored> anchor) {
    return printed.computeIfAbsent(
        new Asked(open, Language.current(), reader, days), asked -> print(asked, anchor));
  }

  private static byte[] print(Asked asked, Supplier<Brief.@Nullable Anchored> anchor) {
    try {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      Brief brief = Brief.of(asked.open, asked.reader, asked.days);
      BriefPrinter.pdf(brief.withAnchor(anchor.get()), pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("printing a briefing into memory", e);
    }
  }
}
