package org.parley.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.intake.IncomingText;
import org.parley.reading.Article;
import org.parley.reading.source.Articles;

/// The inputs to read: files, folders of files, addresses, the standard input.
final class TextInputs {

  private final InputStream in;
  private final String language;

  TextInputs(InputStream in, String language) {
    this.in = in;
    this.language = language;
  }

  /// Every single input: a folder is expanded to the texts in it.
  static List<String> expand(List<String> names) throws IOException {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      if (!isAddress(name) && !name.equals("-") && Files.isDirectory(Path.of(name))) {
        List<String> texts = texts(Path.of(name));
        if (texts.isEmpty()) {
          throw new IllegalArgumentException(
              "no texts in the folder \""
                  + name
                  + "\". Maybe they do not end in .txt, .md, .html, .htm, .pdf, .docx, .odt or .eml");
        }
        all.addAll(texts);
      } else {
        all.add(name);
      }
    }
    return all;
  }

  private static List<String> texts(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(TextInputs::isText)
          .sorted()
          .map(Path::toString)
          .toList();
    }
  }

  private static boolean isText(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".txt")
        || name.endsWith(".html")
        || name.endsWith(".htm")
        || name.endsWith(".pdf")
        || name.endsWith(".docx")
        || name.endsWith(".odt")
        || name.endsWith(".eml")
        || name.endsWith(".md");
  }

  private static boolean isAddress(String name) {
    return name.startsWith("http://") || name.startsWith("https://");
  }

  Article read(String name) throws IOException {
    if (name.equals("-")) {
      return Articles.ofStream(in, language);
    }
    if (name.matches("[a-z][a-z0-9+.-]+://.*") && !isAddress(name)) {
      throw new IOException(
          "only http and https addresses are fetched. Maybe save the text and name the file");
    }
    return isAddress(name)
        ? Articles.ofAddress(URI.create(name), language)
        : IncomingText.ofFile(Path.of(name), language);
  }
}
