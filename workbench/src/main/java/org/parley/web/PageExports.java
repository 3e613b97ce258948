package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tables.PageTable;
import org.parley.exchange.tables.TableCell;
import org.parley.exchange.tables.TableFormat;
import org.parley.exchange.tables.TableOrigin;
import org.parley.web.access.RequestGuard;
import org.parley.web.export.CitationFormat;
import org.parley.web.export.ExportAddress;
import org.parley.web.export.FileName;
import org.parley.web.export.FramePages;
import org.parley.web.export.PageCitations;
import org.parley.web.export.PageDrawing;
import org.parley.web.export.PagePictures;
import org.parley.web.export.PageTables;
import org.parley.web.export.PictureFormat;
import org.parley.web.export.PictureLinks;
import org.parley.web.export.ShownState;
import org.parley.web.export.TableLinks;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.Query;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Answers with what is exported from a page, in place of the page, where the address asks for it.
final class PageExports {

  private static final int OK = 200;

  /// How many pages with tables, and how many drawings, are kept for their other formats.
  private static final int KEPT = 8;

  private static final InstantSource CLOCK = InstantSource.system();

  private PageExports() {}

  /// Whether a request asks for a table or a citation of the page instead of the page.
  static boolean isAsked(Context ctx) {
    return isReading(ctx) && (table(ctx) != null || picture(ctx) != null || isCitation(ctx));
  }

  private static @Nullable String picture(Context ctx) {
    return new Query(ctx.queryParamMap()).text(ExportAddress.PICTURE);
  }

  private static boolean isCitation(Context ctx) {
    return new Query(ctx.queryParamMap()).text(ExportAddress.CITE) != null;
  }

  private static @Nullable String table(Context ctx) {
    return new Query(ctx.queryParamMap()).text(ExportAddress.TABLE);
  }

  private static boolean isReading(Context ctx) {
    return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
  }

  /// The parameters of the page. A table is read once the work on its page is done.
  static Map<String, List<String>> parameters(Context ctx) {
    if (!isAsked(ctx)) {
      return ctx.queryParamMap();
    }
    Map<String, List<String>> parameters = new HashMap<>(ctx.queryParamMap());
    parameters.remove(ExportAddress.TABLE);
    parameters.remove(ExportAddress.FORMAT);
    parameters.remove(ExportAddress.CITE);
    parameters.remove(ExportAddress.PICTURE);
    parameters.put("wait", List.of("true"));
    return parameters;
  }

  /// The page with the links of its tables and citations.
  ///
  /// @param hasFrames whether other sites may show its tables and drawings
  /// @param isCited whether it says something of the case, as forms do not
  static String linked(Context ctx, String html, boolean isCited, boolean hasFrames) {
    if (!isReading(ctx)) {
      return html;
    }
    ExportAddress address = address(ctx);
    String linked =
        PictureLinks.under(TableLinks.under(html, address, hasFrames), address, hasFrames);
    return isCited && ShownState.CURRENT.isBound() && ctx.statusCode() == OK
        ? citations(ctx).on(linked)
        : linked;
  }

  private static PageCitations citations(Context ctx) {
    return new PageCitations(
        address(ctx),
        host(ctx),
        Link.toPresent(Address.BOARD).replaceAll("/$", ""),
        ShownState.CURRENT.get(),
        LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
  }

  /// The address of the page that is shown, or that a table is taken from.
  static ExportAddress address(Context ctx) {
    return ExportAddress.of(ctx.path(), ctx.queryString());
  }

  /// Answers with the table that is asked for.
  static void send(Context ctx, String html) {
    if (picture(ctx) != null) {
      draw(ctx, html);
    } else if (table(ctx) == null) {
      cite(ctx, html);
    } else {
      sendTable(ctx, html);
    }
  }

  /// The drawing or table that is asked for, as a page for frames.
  static String frame(Context ctx, String html) {
    ExportAddress page = ofFrame(ctx);
    List<String> source = source(ctx, page);
    return picture(ctx) != null
        ? FramePages.of(drawing(ctx, html, source), page.page())
        : FramePages.of(found(ctx, PageTables.of(html)), source, page.page());
  }

  private static ExportAddress ofFrame(Context ctx) {
    String base = Link.toPresent(Address.BOARD).replaceAll("/$", "");
    return ExportAddress.of(
        base + ctx.path().substring((base + Address.FRAMES).length()), ctx.queryString());
  }

  private static PageTable found(Context ctx, PageTables tables) {
    String name = String.valueOf(table(ctx));
    return tables.find(name).orElseThrow(() -> NotOnRecord.ofPage("table", name, tables.names()));
  }

  /// The tables of a page, which are read once for all formats.
  ///
  /// @param heading the heading of the page
  private record ReadTables(String heading, Map<String, PageTable> byName) {

    static ReadTables of(String html) {
      PageTables tables = PageTables.of(html, Language.current());
      return new ReadTables(tables.heading(), tables.all());
    }
  }

  private record TablesAsked(String html, Language language) {}

  private record DrawingAsked(String html, String name, List<String> source) {}

  private static final RecentCache<TablesAsked, ReadTables> TABLES = new RecentCache<>(KEPT);
  private static final RecentCache<DrawingAsked, PageDrawing> DRAWINGS = new RecentCache<>(KEPT);

  private static void sendTable(Context ctx, String html) {
    String name = String.valueOf(table(ctx));
    ReadTables read =
        TABLES.get(new TablesAsked(html, Language.current()), () -> ReadTables.of(html));
    PageTable table = read.byName().get(name);
    if (table == null) {
      throw NotOnRecord.ofPage("table", name, List.copyOf(read.byName().keySet()));
    }
    TableFormat format = format(ctx);
    ctx.contentType(format.type());
    ctx.header("Content-Disposition", FileName.attachment(fileName(name, format.word())));
    try {
      format.write(table, origin(ctx, read.heading(), table), ctx.outputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("sending a table", e);
    }
  }

  private static void draw(Context ctx, String html) {
    String name = String.valueOf(picture(ctx));
    PageDrawing drawing = drawing(ctx, html, source(ctx, address(ctx)));
    String word = new Query(ctx.queryParamMap()).oneOf(ExportAddress.FORMAT, PictureFormat.words());
    PictureFormat format =
        word == null ? PictureFormat.SVG : PictureFormat.find(word).orElseThrow();
    ctx.header("Content-Disposition", FileName.attachment(fileName(name, format.word())));
    ctx.contentType(format.type()).result(format.write(drawing));
  }

  private static PageDrawing drawing(Context ctx, String html, List<String> source) {
    String name = String.valueOf(picture(ctx));
    return DRAWINGS.get(new DrawingAsked(html, name, source), () -> drawing(html, name, source));
  }

  private static PageDrawing drawing(String html, String name, List<String> source) {
    PagePictures pictures = PagePictures.of(html);
    return pictures
        .find(name, source)
        .orElseThrow(() -> NotOnRecord.ofPage("picture", name, pictures.names()));
  }

  /// The lines below a picture: case and day, and where it was taken from.
  private static List<String> source(Context ctx, ExportAddress page) {
    List<String> lines = new ArrayList<>();
    if (ShownState.CURRENT.isBound()) {
      ShownState state = ShownState.CURRENT.get();
      lines.add(state.title() + " · " + Say.sentence(Say.text("as-of", "day", state.asOf())));
    }
    lines.add("Parley · " + host(ctx) + page.page());
    return lines;
  }

  private static void cite(Context ctx, String html) {
    String word = new Query(ctx.queryParamMap()).oneOf(ExportAddress.CITE, CitationFormat.words());
    CitationFormat format = CitationFormat.find(String.valueOf(word)).orElseThrow();
    if (!ShownState.CURRENT.isBound()) {
      throw NotOnRecord.ofPage("citation", format.word(), List.of());
    }
    ShownState state = ShownState.CURRENT.get();
    if (format != CitationFormat.TEXT) {
      List<String> name = List.of(state.title(), state.asOf().toString());
      ctx.header("Content-Disposition", FileName.attachment(FileName.of(name, format.ending())));
    }
    ctx.contentType(format.type()).result(format.write(citations(ctx).cite(html)));
  }

  private static TableFormat format(Context ctx) {
    String word = new Query(ctx.queryParamMap()).oneOf(ExportAddress.FORMAT, TableFormat.words());
    return word == null ? TableFormat.CSV : TableFormat.find(word).orElseThrow();
  }

  private static String fileName(String name, String ending) {
    List<String> parts = new ArrayList<>();
    if (ShownState.CURRENT.isBound()) {
      parts.add(ShownState.CURRENT.get().title());
    }
    parts.add(name);
    if (ShownState.CURRENT.isBound()) {
      parts.add(ShownState.CURRENT.get().asOf().toString());
    }
    return FileName.of(parts, ending);
  }

  private static TableOrigin origin(Context ctx, String heading, PageTable table) {
    List<TableOrigin.Line> lines = new ArrayList<>();
    ShownState state = ShownState.CURRENT.isBound() ? ShownState.CURRENT.get() : null;
    if (state != null) {
      add(lines, "export.origin.case", new TableCell.Words(state.title()));
    }
    add(lines, "export.origin.page", new TableCell.Words(heading));
    add(lines, "export.origin.table", new TableCell.Words(table.title()));
    if (state != null) {
      add(lines, "export.origin.as-of", new TableCell.Day(state.asOf()));
      add(
          lines,
          "export.origin.known-at",
          state.knownAt() == null
              ? new TableCell.Words(Say.text("export.origin.all-known"))
              : new TableCell.Day(state.knownAt()));
    }
    add(lines, "export.origin.address", new TableCell.Words(host(ctx) + address(ctx).page()));
    add(lines, "export.origin.rights", new TableCell.Words(Say.text("export.origin.rights-are")));
    return new TableOrigin(Say.text("export.origin"), lines);
  }

  private static void add(List<TableOrigin.Line> lines, String key, TableCell value) {
    lines.add(new TableOrigin.Line(Say.text(key), value));
  }

  private static String host(Context ctx) {
    return RequestGuard.origin(ctx);
  }
}
