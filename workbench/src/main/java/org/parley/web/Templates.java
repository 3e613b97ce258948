package org.parley.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.parley.web.edit.EditPage;
import org.parley.web.edit.MergePage;
import org.parley.web.edit.RecordFormHandler;
import org.parley.web.view.PageOutput;
import org.parley.wording.Language;

/// Makes HTML of pages.
final class Templates {

  private static final int OK = 200;

  private static final Set<String> NOT_CITED =
      Set.of(
          "audit",
          "error",
          "journal/setaside",
          "opening",
          "preference",
          "problems",
          "read",
          "reading",
          "search",
          "seriesread",
          "signedin",
          "signin");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.parley.web.pages");

  private final boolean hasFrames;

  /// @param hasFrames whether other sites may show pictures and tables in frames
  Templates(boolean hasFrames) {
    this.hasFrames = hasFrames;
  }

  /// Answers with the form of a record.
  void show(Context ctx, RecordFormHandler.Outcome.Shown shown) {
    switch (shown) {
      case RecordFormHandler.Outcome.Show(EditPage page) -> {
        ctx.status(page.wrong() > 0 || !page.asks().isEmpty() ? 422 : 200);
        show(ctx, "edit/form", page);
      }
      case RecordFormHandler.Outcome.Later(EditPage page) -> {
        Answers.later(ctx);
        show(ctx, "edit/form", page);
      }
      case RecordFormHandler.Outcome.Choose(MergePage page) -> {
        ctx.status(409);
        show(ctx, "edit/merge", page);
      }
    }
  }

  /// Answers with a page.
  void show(Context ctx, String template, Object page) {
    show(ctx, html(ctx, template, page));
  }

  /// Answers with a page whose sentences are in English, in a frame that is so too.
  void showInEnglish(Context ctx, String template, Object page) {
    show(ctx, Language.inEnglish(() -> html(ctx, template, page)));
  }

  private static void show(Context ctx, String html) {
    if (isExport(ctx)) {
      PageExports.send(ctx, html);
    } else {
      showPage(ctx, html.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Answers with a page that is made already, or with what is exported from it.
  ///
  /// @param html in UTF-8
  static void show(Context ctx, byte[] html) {
    if (isExport(ctx)) {
      PageExports.send(ctx, new String(html, StandardCharsets.UTF_8));
    } else {
      showPage(ctx, html);
    }
  }

  /// A page about an error is shown as it is.
  private static boolean isExport(Context ctx) {
    return ctx.statusCode() == OK && PageExports.isAsked(ctx);
  }

  /// Answers with a page itself.
  ///
  /// @param html in UTF-8
  static void showPage(Context ctx, byte[] html) {
    ctx.contentType("text/html; charset=utf-8").result(html);
  }

  /// Whether a page says something of the case, as forms and accounts do not.
  private static boolean isCited(String template) {
    return !template.startsWith("edit/")
        && !template.startsWith("people/")
        && !NOT_CITED.contains(template);
  }

  /// The HTML of a page, with the links of its tables and citations.
  String html(Context ctx, String template, Object page) {
    StringOutput output = new StringOutput();
    templates.render(template + ".jte", page, new PageOutput(output));
    return PageExports.linked(ctx, output.toString(), isCited(template), hasFrames);
  }
}
