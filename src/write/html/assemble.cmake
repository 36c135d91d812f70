# SPDX-License-Identifier: MIT
# cmake -DFOLDER=… -DSCRIPTS=a.js,b.js -DOUTPUT=… -P assemble.cmake: put style and scripts into the page, and their hashes into its policy.
# {{title}} and {{data}} are left for the writer.

# Base64 of a hash that is given in hexadecimal digits: three bytes, of six digits, make four letters.
function(base64 hex out)
  set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(text "")
  foreach(at RANGE 0 60 6) # 64 digits, and two to fill the last six
    string(SUBSTRING "${hex}00" ${at} 6 digits)
    math(EXPR number "0x${digits}")
    foreach(shift 18 12 6 0)
      math(EXPR index "(${number} >> ${shift}) & 63")
      string(SUBSTRING ${letters} ${index} 1 letter)
      string(APPEND text ${letter})
    endforeach()
  endforeach()
  string(SUBSTRING "${text}" 0 43 text)
  set(${out} "${text}=" PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/page.html page)
file(READ ${FOLDER}/style.css style)
set(script "\"use strict\";\n(() => {\n")
string(REPLACE "," ";" names "${SCRIPTS}")
foreach(name IN LISTS names)
  file(READ ${FOLDER}/${name} part)
  string(APPEND script "${part}")
endforeach()
string(APPEND script "})();\n")
string(SHA256 style_hash "${style}")
string(SHA256 script_hash "${script}")
base64(${style_hash} style_hash)
base64(${script_hash} script_hash)
string(REPLACE "{{style-hash}}" "${style_hash}" page "${page}")
string(REPLACE "{{script-hash}}" "${script_hash}" page "${page}")
string(REPLACE "{{style}}" "${style}" page "${page}")
string(REPLACE "{{script}}" "${script}" page "${page}")
file(WRITE ${OUTPUT} "${page}")
