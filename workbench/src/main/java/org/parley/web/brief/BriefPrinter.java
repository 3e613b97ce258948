package org.parley.web.brief;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// Prints a briefing as HTML that needs nothing else, and as PDF with its fonts in it.
///
/// Both are made of one template, in the part of CSS that paged media formatters know. The PDF
/// takes nothing from elsewhere: an address in the briefing is a link, never something to fetch.
public final class BriefPrinter {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, BriefPrinter.class.getClassLoader(), "org.parley.web.pages");

  static {
    // What the formatter has to say of style sheets is for its makers, not for readers.
    XRLog.setLoggingEnabled(false);
  }

  private BriefPrinter() {}

  /// The briefing as a whole HTML document.
  public static String html(Brief brief) {
    StringOutput output = new StringOutput();
    TEMPLATES.render("brief.jte", new Printed(brief, style()), output);
    return output.toString();
  }

  /// What the template prints.
  ///
  /// @param style the style sheet that travels with it; null on a page of the server, which links
  ///   to it
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

  /// Whether what follows the first page begins on the second: where the second bookmark leads.
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

  private static byte[] print(Brief brief) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useUriResolver((_, _) -> null);
    font(builder, "SourceSerif4-Regular", "Source Serif", 400, FontStyle.NORMAL);
    font(builder, "SourceSerif4-Italic", "Source Serif", 400, FontStyle.ITALIC);
    font(builder, "SourceSerif4-SemiBold", "Source Serif", 700, FontStyle.NORMAL);
    font(builder, "SourceSans3-Regular", "Source Sans", 400, FontStyle.NORMAL);
    font(builder, "SourceSans3-SemiBold", "Source Sans", 700, FontStyle.NORMAL);
    builder.withHtmlContent(html(brief), null);
    builder.withProducer("Parley");
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static void font(
      PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
    FSSupplier<InputStream> font = () -> resource("fonts/" + file + ".ttf");
    builder.useFont(
        font, family, weight, style, true, EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
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
