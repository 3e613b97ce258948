package org.parley.web.view;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.wording.ForeignText;

/// The output of a page: escapes texts, and puts words in another language into elements that say
/// so.
///
/// Attributes, and elements that hold text alone, take no element: there the marks are left out.
public final class PageOutput extends OwaspHtmlTemplateOutput {

  private static final Set<String> TEXT_ALONE =
      Set.of("title", "option", "textarea", "script", "style", "desc");
  private static final Set<String> OF_SVG = Set.of("text", "tspan");

  private String tag = "";
  private @Nullable String attribute;

  public PageOutput(TemplateOutput output) {
    super(output);
  }

  @Override
  public void setContext(String tagName, @Nullable String attributeName) {
    super.setContext(tagName, attributeName);
    tag = tagName == null ? "" : tagName;
    attribute = attributeName;
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    if (value == null || !ForeignText.isMarked(value)) {
      super.writeUserContent(value);
    } else if (attribute != null || TEXT_ALONE.contains(tag)) {
      super.writeUserContent(ForeignText.plain(value));
    } else {
      ForeignText.runs(value).forEach(this::write);
    }
  }

  private void write(ForeignText.LanguageRun run) {
    String language = run.language();
    if (language == null) {
      super.writeUserContent(run.words());
      return;
    }
    String around = tag;
    String element = OF_SVG.contains(tag) ? "tspan" : "span";
    writeContent("<" + element + " lang=\"");
    super.setContext(element, "lang");
    super.writeUserContent(language);
    super.setContext(around, null);
    writeContent("\">");
    super.writeUserContent(run.words());
    writeContent("</" + element + ">");
  }
}
