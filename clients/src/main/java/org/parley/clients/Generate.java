package org.parley.clients;

import java.nio.file.Path;
import java.util.Map;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/// Generates the clients of an OpenAPI document, in Java and in Python.
public final class Generate {

  /// The package of the generated Java client, and the name of the Python package.
  static final String JAVA_PACKAGE = "org.parley.client";

  private static final String PYTHON_PACKAGE = "parley_client";

  private Generate() {}

  /// Generates both.
  ///
  /// @param arguments the document, and the folder below which `java` and `python` are written
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    generate(
        arguments[0],
        folder.resolve("java"),
        new CodegenConfigurator().setGeneratorName("java").setLibrary("native"),
        Map.of(
            "apiPackage",
            JAVA_PACKAGE + ".api",
            "modelPackage",
            JAVA_PACKAGE + ".model",
            "invokerPackage",
            JAVA_PACKAGE,
            "useJakartaEe",
            "true",
            // what is absent is no empty list
            "containerDefaultToNull",
            "true"));
    generate(
        arguments[0],
        folder.resolve("python"),
        new CodegenConfigurator().setGeneratorName("python"),
        // otherwise a record is read as each of its kinds in turn, as in Java
        Map.of("packageName", PYTHON_PACKAGE, "useOneOfDiscriminatorLookup", "true"));
  }

  private static void generate(
      String document, Path folder, CodegenConfigurator generator, Map<String, Object> options) {
    for (String extra : new String[] {"apiTests", "modelTests", "apiDocs", "modelDocs"}) {
      generator.addGlobalProperty(extra, "false");
    }
    generator.setInputSpec(document).setOutputDir(folder.toString());
    generator.addAdditionalProperty("hideGenerationTimestamp", "true");
    options.forEach(generator::addAdditionalProperty);
    new DefaultGenerator().opts(generator.toClientOptInput()).generate();
  }
}
