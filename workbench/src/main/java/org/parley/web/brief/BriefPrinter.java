package org.parley.web.brief;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.parley.web.brief.word.BriefWordFile;
import org.parley.web.view.PageOutput;

/// Prints a briefing as HTML that needs nothing else, as PDF with its fonts in it, and as Word.
///
/// Both are made of one template, in the part of CSS that paged media formatters know. The PDF
/// takes nothing from elsewhere: an address in the briefing is a link, never something to fetch.
public final class BriefPrinter {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, BriefPrinter.class.getClassLoader(), "org.parley.web.pages");

  static {
    // The formatter's log about style sheets is of no use to readers.
    XRLog.setLoggingEnabled(false);
  }

  private BriefPrinter() {}

  /// The briefing as a whole HTML document.
  public static String html(Brief brief) {
    StringOutput output = new StringOutput();
    TEMPLATES.render("brief.jte", new Printed(brief, style()), new PageOutput(output));
    return output.toString();
  }

  /// The input of the template.
  ///
  /// @param style the embedded style sheet; null on a page of the server, which links to it
  public record Printed(Brief brief, @Nullable String style) {

    /// Whether it is a page of the server.
    public boolean isForScreen() {
      return style == null;
    }
  }

  /// Writes the briefing as PDF, A4. Where the first page would run over, its lists are cut
  /// shorter.
  public static void pdf(Brief brief, OutputStream out) throws IOException {
    byte[] printed = print(brief);
    for (int room = Brief.ROOM - 1; room > 0 && !fitsOnePage(printed); room--) {
      printed = print(brief.withRoom(room));
    }
    out.write(printed);
  }

  /// Writes the briefing as a Word document, A4: the same page as the PDF.
  public static byte[] docx(Brief brief) {
    return BriefWordFile.write(html(brief), brief.day());
  }

  /// Whether the second section begins on the second page: the target of the second bookmark.
  private static boolean fitsOnePage(byte[] printed) throws IOException {
    try (PDDocument document = Loader.loadPDF(printed)) {
      PDPage details =
          document
              .getDocumentCatalog()
              .getDocumentOutline()
              .getFirstChild()
              .getNextSibling()
              .findDestinationPage(document);
      return document.getPages().indexOf(details) == 1;
    }
  }

  /// A memo as a whole HTML document.
  public static String html(MemoPage memo) {
    StringOutput output = new StringOutput();
    TEMPLATES.render("memo.jte", new MemoPage.PrintedMemo(memo, style()), new PageOutput(output));
    return output.toString();
  }

  /// Writes a memo as PDF, A4.
  public static void pdf(MemoPage memo, OutputStream out) throws IOException {
    out.write(print(html(memo)));
  }

  /// A page of another kind as PDF, A4.
  public static byte[] pdf(String page) throws IOException {
    return print(page);
  }

  private static byte[] print(Brief brief) throws IOException {
    return print(html(brief));
  }

  private static byte[] print(String page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      builder.usePdfUaAccessibility(true);
      builder.useSVGDrawer(new BatikSVGDrawer());
      builder.useUriResolver((_, _) -> null);
      Fonts fonts = new Fonts(builder, document);
      fonts.use("SourceSerif4-Regular", "Source Serif", 400, FontStyle.NORMAL);
      fonts.use("SourceSerif4-Italic", "Source Serif", 400, FontStyle.ITALIC);
      fonts.use("SourceSerif4-SemiBold", "Source Serif", 700, FontStyle.NORMAL);
      fonts.use("SourceSans3-Regular", "Source Sans", 400, FontStyle.NORMAL);
      fonts.use("SourceSans3-SemiBold", "Source Sans", 700, FontStyle.NORMAL);
      // The PDF formatter reads another attribute for the text of a drawing.
      String html = page.replace("<svg role=\"img\" aria-label=", "<svg alt=");
      builder.withHtmlContent(html, null);
      builder.withProducer("Parley");
      builder.toStream(out);
      builder.run();
    }
    return out.toByteArray();
  }

  /// The fonts of a document, without ligatures: PDFBox gives those no letters to be read aloud or
  /// copied as.
  private record Fonts(PdfRendererBuilder builder, PDDocument document) {

    void use(String file, String family, int weight, FontStyle style) throws IOException {
      TTFParser parser = new TTFParser(true);
      TrueTypeFont font =
          parser.parse(new RandomAccessReadBuffer(resource("fonts/" + file + ".ttf")));
      font.setEnableGsub(false);
      PDFont embedded = PDType0Font.load(document, font, true);
      builder.useFont(new PDFontSupplier(embedded), family, weight, style, true);
      FSSupplier<InputStream> drawn = () -> resource("fonts/" + file + ".ttf");
      builder.useFont(drawn, family, weight, style, true, EnumSet.of(FSFontUseCase.SVG));
    }
  }

  private static String style() {
    try (InputStream in = resource("brief.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        BriefPrinter.class.getResourceAsStream("/org/parley/web/" + name),
        () -> "the file " + name + " is missing from the program");
  }
}
