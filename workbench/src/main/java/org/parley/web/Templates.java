package org.parley.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;

/// Makes HTML of pages.
final class Templates {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.parley.web.pages");

  /// Answers with a page.
  void show(Context ctx, String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", page, output);
    ctx.contentType("text/html; charset=utf-8").result(output.toByteArray());
  }
}
