package org.parley.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.web.edit.EditPage;
import org.parley.web.edit.MergePage;
import org.parley.web.edit.RecordFormHandler;
import org.parley.wording.Language;

/// Makes HTML of pages.
final class Templates {

  /// An internal address in a page, except for static files and pages of the present only.
  private static final Pattern OWN_ADDRESS =
      Pattern.compile(
          "(href|action|data-hx-get)=\"(/(?!assets/|edit|remove/|record/|history|versions/|then/|search|inbox|export/|brief|account|people|audit)[^\"]*)");

  private static final String MAIN = "<main id=\"main\" tabindex=\"-1\">";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.parley.web.pages");

  /// Shows a page of an earlier state of the case; its links lead to the same state.
  ///
  /// @param begin the prefix of the addresses of these pages: `/then/12`
  /// @param notice the notice above, as HTML
  void showThen(Context ctx, String template, Object page, String begin, String notice) {
    String html = new String(html(template, page), StandardCharsets.UTF_8);
    String pushed = ctx.res().getHeader("HX-Push-Url");
    if (pushed != null && !pushed.startsWith(begin)) {
      ctx.header("HX-Push-Url", begin + pushed);
    }
    ctx.contentType("text/html; charset=utf-8")
        .result(
            OWN_ADDRESS
                .matcher(html)
                .replaceAll("$1=\"" + Matcher.quoteReplacement(begin) + "$2")
                .replace("data-live=\"on\"", "data-live=\"off\"")
                .replace(MAIN, MAIN + notice));
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
    show(ctx, html(template, page));
  }

  /// Answers with a page whose sentences are in English, in a frame that is so too.
  void showInEnglish(Context ctx, String template, Object page) {
    show(ctx, Language.inEnglish(() -> html(template, page)));
  }

  /// Answers with a page that is made already.
  static void show(Context ctx, byte[] html) {
    ctx.contentType("text/html; charset=utf-8").result(html);
  }

  /// A page in UTF-8.
  byte[] html(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", page, output);
    return output.toByteArray();
  }
}
