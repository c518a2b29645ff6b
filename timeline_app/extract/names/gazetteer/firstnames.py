"""First names that news often gives, by the pronoun that usually goes with them."""

from __future__ import annotations

MEN = """
Aaron Abdel Abdul Abdullah Abel Abraham Adam Adolf Adrian Ahmad Ahmed Aidan Alain Alan Albert
Alberto Alejandro Aleksandr Alessandro Alex Alexander Alexandre Alexei Alexis Alfonso Alfred
Alfredo Ali Allan Allen Alvaro Amir Anatoly Anders Andre Andreas Andrei Andrew Andriy Andy Angelo
Anil Anthony Antoine Anton Antonio Antony Anwar Ariel Armando Arnold Arthur Artur Arturo Arvind
Ashraf Augusto Axel Ban Barack Barry Bart Bartholomew Bashar Basil Ben Benedict Benjamin Benito
Bernard Bernardo Bernie Bernd Bert Bill Billy Bjorn Bob Bobby Boris Brad Bradley Brendan Brett
Brian Bruce Bruno Bryan Byron Calvin Carl Carlo Carlos Cecil Cesar Chad Charles Charlie Chester
Chris Christian Christoph Christophe Christopher Chuck Clarence Claude Claudio Clement Cliff
Clifford Clint Clive Colin Conrad Cornelius Craig Curtis Cyril Cyrus Dag Dale Damian Damien Dan
Daniel Daniele Danny Dario Darren Darrell Dave David Dean Declan Dennis Denis Derek Desmond Deng
Dick Didier Diego Dieter Dietrich Dimitri Dirk Dmitri Dmitry Domenico Dominic Dominique Don Donald
Douglas Doug Duncan Dustin Dwight Earl Ed Eddie Edgar Edmund Eduard Eduardo Edward Edwin Eli Elias
Elijah Elliot Elliott Elon Emil Emilio Emmanuel Emmerson Enrico Enrique Eric Erich Erik Ernest
Ernesto Erwin Ethan Eugene Evan Evgeny Evo Fabio Farid Felipe Felix Ferdinand Fernando Fidel Filip
Floyd Francesco Francis Francisco Franco Francois Frank Franklin Franz Fred Frederick Frederic
Friedrich Fritz Gabriel Gareth Gary Gavin Gene Geoffrey Geoff Georg George Georges Georgy Gerald
Gerard Gerardo Gerhard Gianni Gilbert Giorgio Giovanni Giulio Giuseppe Glen Glenn Goran Gordon
Graham Greg Gregor Gregory Guido Guillermo Gunther Gustav Gustavo Guy Hamid Hamish Hans Harald
Harold Harry Harvey Hasan Hassan Hector Heinrich Heinz Helmut Henri Henrik Henry Herbert Herman
Hermann Hideki Hiroshi Horst Hosni Howard Hubert Hugh Hugo Humberto Hussein Ian Ibrahim Igor Ilham
Imran Ingmar Isaac Ismail Istvan Ivan Ivo Jack Jackson Jacob Jacques Jaime Jair Jake Jakob Jamal
James Jamie Jan Jared Jason Javier Jean Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy
Joachim Joao Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordi Jorge Jose
Josef Joseph Joshua Josh Juan Jude Jules Julian Julio Julius Jurgen Justin Kai Karel Karim Karl
Kaspar Keith Kemal Ken Kenji Kenneth Kevin Khaled Khalid Kim Kirk Klaus Kofi Konrad Konstantin Kurt
Kyle Lance Larry Lars Laszlo Laurent Lawrence Lech Lee Leif Leo Leon Leonard Leonardo Leonid
Leopold Leroy Leslie Lewis Liam Lionel Lloyd Lorenzo Louis Luca Lucas Lucian Ludwig Luigi Luis Luiz
Luka Lukas Luke Luther Lyndon Maciej Magnus Mahathir Mahatma Mahmoud Mahmud Malcolm Manfred Manuel
Mao Marc Marcel Marcello Marco Marcos Marcus Mario Mariano Mark Marko Markus Marlon Martin Marvin
Massimo Mateusz Matteo Matthew Matthias Matt Maurice Mauricio Max Maximilian Mehmet Mel Michael
Michal Michel Miguel Mihail Mike Mikhail Milan Miles Milos Mitch Mohamed Mohammad Mohammed Moammar
Moshe Muammar Muhammad Mustafa Nathan Nathaniel Neil Nelson Niall Nicholas Nick Nicola Nicolas
Nicolae Nicos Niels Nigel Nikita Nikolai Nikolaus Nils Noah Noel Norman Nouri Olaf Oleg Oliver
Olivier Omar Orlando Oscar Osama Oskar Osman Otto Owen Pablo Paolo Pascal Patrick Paul Paulo Pavel
Pedro Per Percy Pervez Peter Petr Petro Phil Philip Philipp Philippe Phillip Piero Pierre Piet
Pieter Pietro Piotr Prakash Rafael Rafik Rafic Rainer Raj Rajiv Ralph Ramon Randy Raul Ravi Ray
Raymond Recep Reinhard Rene Rex Ricardo Riccardo Richard Rick Robert Roberto Robin Rod Roderick
Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Rory Ross Rowan Roy Ruben Rudolf Rudolph Rudy Rui
Rupert Russell Ryan Saad Saddam Said Salman Salvador Salvatore Sam Samir Samuel Sandor Sanjay
Santiago Scott Sean Sebastian Sepp Serge Sergei Sergey Sergio Seth Shane Shaun Shimon Shinzo Sidney
Sigmund Silvio Simon Slobodan Stan Stanley Stanislav Stefan Stefano Stephan Stephen Stephane Steve
Steven Stewart Stuart Sven Syed Tariq Ted Terence Terry Theo Theodore Thabo Thierry Thomas Tim
Timothy Tobias Todd Tom Tomas Tomasz Tommy Tony Toshio Travis Trevor Tristan Ulrich Umberto Uwe
Vaclav Valentin Valery Vasily Vernon Victor Viktor Vincent Vincenzo Vincente Vitali Vittorio Vlad
Vladimir Volodymyr Wade Wallace Walter Warren Wayne Werner Wilfred Wilhelm Will Willem William
Willie Willy Winston Wolfgang Woodrow Xavier Yasser Yitzhak Yuri Yusuf Yves Zachary Zbigniew Zoltan
"""

WOMEN = """
Abigail Ada Adela Adele Adriana Agatha Agnes Agnieszka Aisha Alexandra Alice Alicia Alina Alison
Allison Amal Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Anita Anja Ann Anna
Annabel Anne Annette Annie Annika Antonia April Ashley Asma Astrid Audrey Aung Aurora Ayesha Barbara
Beata Beatrice Beatriz Becky Benazir Bernadette Beth Betty Beverly Bianca Birgit Bonnie Brenda
Bridget Brigitte Brittany Camila Camilla Carla Carmen Carol Carole Carolina Caroline Carolyn
Catalina Catherine Cathy Cecilia Celine Charlotte Chelsea Cherie Cheryl Chiara Chloe Christa
Christina Christine Cindy Claire Clara Clare Claudia Condoleezza Connie Consuelo Cornelia Cristina
Cynthia Dagmar Daisy Daniela Danielle Daphne Dawn Deborah Debra Denise Diana Diane Dilma Dina
Dolores Donna Dora Doris Dorothea Dorothy Ebba Edith Edna Eileen Elaine Eleanor Elena Eleni Elisa
Elisabeth Eliza Elizabeth Ella Ellen Elsa Elsie Emilia Emily Emma Erica Erika Erin Erna Esperanza
Estelle Esther Eugenia Eva Evelyn Fatima Fatou Federica Fiona Flora Florence Frances Francesca
Francoise Frida Gabriela Gabriella Gabrielle Gail Gemma Genevieve Georgia Georgina Geraldine Gerda
Gertrude Gillian Gina Giulia Gladys Gloria Golda Grace Greta Gro Gudrun Gwen Hannah Harriet Hazel
Heather Heidi Helen Helena Helene Helga Hilary Hilda Hillary Hiroko Holly Ida Ilse Imelda Indira
Ines Inga Inge Ingeborg Ingrid Irena Irene Irina Iris Irma Isabel Isabella Isabelle Isobel Ivana
Ivy Jacqueline Jacinda Jana Jane Janet Janice Janine Jasmine Jeanne Jennifer Jenny Jessica Jill
Joan Joanna Joanne Jocelyn Jodie Johanna Josephine Joy Joyce Juana Judith Judy Julia Juliana Julie
Juliet Juliette June Justine Kamala Karen Karin Karla Kate Katerina Katharina Katherine Kathleen
Kathryn Kathy Katie Katja Katrina Katya Kay Kelly Kerstin Kimberly Kirsten Kristen Kristin Kristina
Krystyna Lara Larisa Laura Lauren Leah Leila Lena Leona Leonor Lidia Lillian Lily Lina Linda Lisa
Liz Liza Lois Lola Lorena Louisa Louise Lucia Lucie Lucy Ludmila Luisa Lydia Lynn Madeleine
Magdalena Maggie Maja Malala Malgorzata Manuela Mara Marcia Margaret Margarita Margaux Margit
Margrethe Marguerite Maria Mariam Marianne Marie Marilyn Marina Marine Marion Marisa Marta Martha
Martina Mary Matilda Maureen Mavis Maya Megan Meera Mei Melanie Melinda Melissa Mercedes Meredith
Michelle Michele Mildred Mina Mira Miranda Miriam Moira Molly Mona Monica Monika Nadia Nadine Nancy
Naomi Natalia Natalie Natasha Nawal Nellie Nicole Nina Nora Noor Odile Olga Olive Olivia Olympia
Oprah Paloma Pamela Patricia Paula Pauline Penelope Petra Phoebe Phyllis Pilar Priscilla Priya
Rachel Rebecca Regina Renata Rhonda Rita Roberta Rosa Rosalind Rosalyn Rose Rosemary Roxana Ruth
Sabine Sabrina Sally Samantha Sandra Sara Sarah Saskia Serena Sharon Sheila Shirin Shirley Sigrid
Silvia Simone Sofia Sonia Sonja Sophia Sophie Stella Stephanie Sue Susan Susana Susanna Susanne
Suzanne Svetlana Sylvia Tamara Tanya Tara Tatiana Teresa Tereza Thelma Theresa Therese Tina Tracy
Trudy Ulrike Ursula Valentina Valeria Valerie Vanessa Vera Veronica Viktoria Viola Virginie Vivian
Wanda Wangari Wendy Whitney Wilma Winnie Yasmin Yelena Yoko Yolanda Yulia Yvonne Zainab Zara Zeynep
Zoe
"""
