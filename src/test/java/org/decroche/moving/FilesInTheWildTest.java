package org.decroche.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesInTheWildTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, false, UTF_8",
    "UTF-8, true, UTF_8",
    "UTF-16LE, true, UTF_16LE",
    "UTF-16LE, false, UTF_16LE",
    "UTF-16BE, true, UTF_16BE",
    "UTF-16BE, false, UTF_16BE",
    "windows-1252, false, WINDOWS_1252"
  })
  void theEncodingIsFoundOut(String charset, boolean mark, Encoding expected) throws Exception {
    Preview preview = preview((mark ? "\uFEFF" : "") + "Clé;Nom\n1;Zoë Lefèvre\n", charset);

    assertThat(preview.encoding()).isEqualTo(expected);
    assertThat(preview.headers()).containsExactly("Clé", "Nom");
    assertThat(preview.rows().getFirst()).containsExactly("1", "Zoë Lefèvre");
    assertThat(preview.columns()).containsExactly(Field.KEY, Field.NAME);
  }

  @Test
  void aSignCutInTwoAtABufferIsStillUtf8() throws Exception {
    String text = "id,name\n" + "1,é\n".repeat(100_000);

    assertThat(preview(text, "UTF-8").encoding()).isEqualTo(Encoding.UTF_8);
    assertThat(preview("a" + text, "UTF-8").encoding()).isEqualTo(Encoding.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"id;nom,prénom|SEMICOLON", "id,nom;x,y|COMMA", "\"a;b;c\",d|COMMA", "id|SEMICOLON"})
  void theSeparatorIsTheOneOfTheFirstLine(String header, Separator expected) throws Exception {
    assertThat(preview(header + "\n1;1;1;1;1;1\n", "UTF-8").separator()).isEqualTo(expected);
  }

  @Test
  void tabsAndQuotedLineBreaksAreRead() throws Exception {
    Preview preview =
        preview("id\tname\tnote\r\n1\tAnne\t\"two\r\nlines, \"\"quoted\"\"\"\r\n", "UTF-8");

    assertThat(preview.separator()).isEqualTo(Separator.TAB);
    assertThat(preview.rows().getFirst()).containsExactly("1", "Anne", "two\r\nlines, \"quoted\"");
  }

  @Test
  void columnsAreRecognisedByTheirHeaders() throws Exception {
    assertThat(
            preview("N° client;Prénom;NOM;Tél. fixe;Tél. portable;Solde;Langue\n", "UTF-8")
                .columns())
        .containsExactly(
            Field.KEY,
            Field.FIRST_NAME,
            Field.NAME,
            Field.NUMBER,
            Field.NUMBER,
            null,
            Field.LANGUAGE);
    assertThat(preview("name,name\n", "UTF-8").columns()).containsExactly(Field.NAME, null);
  }

  @Test
  void whatIsNoTableOfTextIsRefusedInASentence() throws Exception {
    assertThatThrownBy(() -> preview("", "UTF-8"))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("empty");
    byte[] workbook = new byte[4000];
    Arrays.fill(workbook, (byte) 0xA5);
    workbook[0] = 'P';
    workbook[1] = 'K';
    workbook[6] = 0;
    Path file = Files.write(folder.resolve("a.xlsx"), workbook);
    assertThatThrownBy(() -> Preview.of(file, Kind.CUSTOMERS, Optional.empty(), Optional.empty()))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("saved as CSV");
    assertThatThrownBy(() -> preview("id;name\n1;\"" + "x".repeat(2_000_000), "UTF-8"))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("quotation mark");
    assertThatThrownBy(() -> preview(";".repeat(300), "UTF-8"))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("200 columns");
  }

  private Preview preview(String text, String charset) throws Exception {
    Charset written = charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
    Path file = Files.write(folder.resolve("a.csv"), text.getBytes(written));
    return Preview.of(file, Kind.CUSTOMERS, Optional.empty(), Optional.empty());
  }
}
