package org.parley.web.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.answer.memo.MemoQuestion;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;
import org.parley.web.work.SingleFlight;
import org.parley.wording.Language;

/// A cache of printed briefings, memos and texts, by language and view. Printing takes a hundred
/// times as long as a page. So one document is printed at a time, once per state of the case; a
/// briefing that lacks results is printed anew. Thread-safe.
public final class Copies {

  private static final int KEPT = 16;

  /// How long one waits for another who prints the same: longer than a document waits for results.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /// @param what the days of a briefing, the memo, or the text
  private record Asked(OpenCase open, Language language, Viewer reader, Object what) {}

  private record MemoAsked(MemoQuestion question, ViewedDay moment) {}

  /// @param form the kind of file
  private record BriefAsked(BriefForm form, Brief.DaysAsked days) {}

  /// The file of a briefing.
  public enum BriefForm {
    HTML,
    PDF,
    DOCX
  }

  private final SingleFlight<Asked, byte[]> flights = new SingleFlight<>(LONGEST_WAIT);
  private final Object printing = new Object();
  private final Map<Asked, byte[]> printed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /// The briefing as a file. It waits for results outside of the printing of others.
  ///
  /// @param anchor the head of the journal, queried only if the briefing is printed
  public byte[] brief(
      OpenCase open,
      Viewer reader,
      BriefForm form,
      Brief.DaysAsked days,
      Supplier<Brief.@Nullable Anchored> anchor) {
    Asked asked = new Asked(open, Language.current(), reader, new BriefAsked(form, days));
    return find(asked)
        .orElseGet(
            () ->
                flights.get(
                    asked,
                    () -> {
                      Brief brief = Brief.of(open, reader, days).withAnchor(anchor.get());
                      byte[] copy = print(out -> write(form, brief, out));
                      return brief.isFinal() ? kept(asked, copy) : copy;
                    }));
  }

  private static void write(BriefForm form, Brief brief, OutputStream out) throws IOException {
    switch (form) {
      case HTML -> out.write(BriefPrinter.html(brief).getBytes(StandardCharsets.UTF_8));
      case PDF -> BriefPrinter.pdf(brief, out);
      case DOCX -> out.write(BriefPrinter.docx(brief));
    }
  }

  /// A memo as PDF.
  public byte[] memo(OpenCase open, Viewer reader, Query query, MemoQuestion question) {
    return copy(
        new Asked(
            open, Language.current(), reader, new MemoAsked(question, ViewedDay.of(query, open))),
        out -> BriefPrinter.pdf(MemoPage.of(open, reader, query, question), out));
  }

  /// The whole text of an instrument as PDF.
  ///
  /// @param query what was asked for
  public byte[] text(OpenCase open, Viewer reader, Query query, Supplier<String> page) {
    return copy(
        new Asked(open, Language.current(), reader, query),
        out -> out.write(BriefPrinter.pdf(page.get())));
  }

  private byte[] copy(Asked asked, Printing document) {
    return find(asked).orElseGet(() -> flights.get(asked, () -> kept(asked, print(document))));
  }

  private Optional<byte[]> find(Asked asked) {
    synchronized (printed) {
      return Optional.ofNullable(printed.get(asked));
    }
  }

  private byte[] kept(Asked asked, byte[] copy) {
    synchronized (printed) {
      printed.put(asked, copy);
    }
    return copy;
  }

  /// Writes a document.
  private interface Printing {
    void to(OutputStream out) throws IOException;
  }

  private byte[] print(Printing document) {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try {
      synchronized (printing) {
        document.to(copy);
      }
      return copy.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("printing a document into memory", e);
    }
  }
}
